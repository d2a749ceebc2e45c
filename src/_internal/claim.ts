/**
 * The one place where a type is claimed and not proved. Types that are derived from the form's data (a report, its tables, a
 * code list) are built at run time from that same data, in loops whose steps the compiler cannot follow; their makers end in
 * a claim, and a test for each shows that it is true. Nothing that came from outside is ever claimed: it is checked.
 */
export function claim<T>(value: unknown): T {
  return value as T;
}

/** Whether a value is an object that may be asked for keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
