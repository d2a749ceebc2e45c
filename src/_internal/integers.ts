/** An exact integer as plain data: a number where that is exact, else its digits. */
export function plainInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
