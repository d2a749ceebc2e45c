/** What is made when it is first asked for, and kept: a program does not wait for what it never uses. */
export function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
