/**
 * The only place where a type is asserted without proof. Types derived from the form's data (a report, its tables, a
 * code list) are built at run time from the same data, in loops that the compiler cannot follow; their makers end in
 * an assertion, and a test for each shows that it holds. Input from outside is never asserted: it is checked.
 */
export function claim<T>(value: unknown): T {
  return value as T;
}

/** Whether a value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
