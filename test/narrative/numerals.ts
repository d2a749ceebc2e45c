const DIGITS = "零一二三四五六七八九";
const UNITS = ["", "十", "百", "千"];

function section(n: number): string {
  let text = "";
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) zero = text !== "";
    else {
      text += (zero ? "零" : "") + DIGITS.charAt(digit) + (UNITS[place] ?? "");
      zero = false;
    }
  }
  return text;
}

/** The Chinese numeral of a number below 亿, written independently of the reader. */
export function numeral(n: number): string {
  if (n === 0) return "零";
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? "零" : "";
  const text = (high > 0 ? `${section(high)}万` : "") + gap + section(low);
  return text.startsWith("一十") ? text.slice(1) : text;
}
