/** An answer of the worker for what is shown; the last one stays until the next is there. */
import { useEffect, useState } from "preact/hooks";
import type { QuestionName, Questions } from "../worker/protocol.js";
import type { Desk } from "./desk.js";

export function useAnswer<Q extends QuestionName>(
  desk: Desk,
  what: Q,
  ask: Questions[Q]["ask"] | null,
  about: readonly unknown[],
): Questions[Q]["answer"] | null {
  const [answer, setAnswer] = useState<Questions[Q]["answer"] | null>(null);
  useEffect(() => {
    let wanted = true;
    if (ask === null) setAnswer(null);
    else {
      desk.helper.ask(what, ask).then(
        (found) => {
          if (wanted) setAnswer(found);
        },
        () => undefined,
      );
    }
    return () => {
      wanted = false;
    };
  }, [what, ...about]);
  return answer;
}
