/** Creates a value on first use and keeps it, so that a program does not pay for what it never uses. */
export function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
