import type { JSX } from "preact";
import { Sheet } from "./Dialogs.js";
import type { Desk } from "./desk.js";
export function RegisterDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <Sheet desk={desk} title="">
      {null}
    </Sheet>
  );
}
