import { circumstanceWords } from "./circumstances.js";
import { countedWords } from "./counted.js";
import { joiningWords } from "./joining.js";
import { otherWords } from "./others.js";

/** Words by the part that they play around a claim. */
export const roleWordings = { ...countedWords, ...joiningWords, ...circumstanceWords, ...otherWords } as const;
