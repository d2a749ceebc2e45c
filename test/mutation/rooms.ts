/** What is mutated, and the tests that must notice. Only quick ones: every one of them may run for every mutant. */
export interface Room {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

/** Sentences are data in two languages; test/house/messages.test.ts holds what can be said of them. */
const WITHOUT_SENTENCES = "!src/**/messages.ts";

const folder = (name: string): readonly string[] => [`src/${name}/**/*.ts`, WITHOUT_SENTENCES];

/** The rooms that `npm run mutation -- <room>` knows. */
export const rooms = {
  form: {
    sources: folder("form"),
    tests: ["test/form/*.test.ts", "test/crosswalk/*.test.ts"],
  },
  report: {
    sources: folder("report"),
    // test/report/types.test.ts asks the compiler, which sees no mutant.
    tests: ["test/report/{builder,edit,figures,json,jsonText,sameAgency,schema,zod}.test.ts", "test/form/choices.test.ts"],
  },
  rules: {
    sources: folder("rules"),
    tests: ["test/rules/*.test.ts", "test/check/*.test.ts"],
  },
  check: {
    sources: folder("check"),
    tests: ["test/check/*.test.ts"],
  },
  // Most changes here are to expressions that are made once, so that every test runs for each: only those that ask the words themselves.
  words: {
    sources: ["src/reading/{labelText,remarks,units,statements,tokens}.ts"],
    tests: ["test/reading/{tokens,words}.test.ts"],
  },
  matcher: {
    sources: ["src/reading/{matchTables,matchColumns,readRow,contestedRows,labels}.ts"],
    tests: ["test/reading/{contestedRows,labels,matchColumns,matchTables,readRow,tables}.test.ts"],
  },
} as const satisfies Readonly<Record<string, Room>>;

export type RoomName = keyof typeof rooms;

export function isRoom(name: string | undefined): name is RoomName {
  return name !== undefined && Object.hasOwn(rooms, name);
}
