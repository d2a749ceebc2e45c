import fc from "fast-check";

/** The same inputs for every mutant, and no more of them than can be tried in a moment, in milliseconds. */
fc.configureGlobal({ seed: 20_211, interruptAfterTimeLimit: 250 });
