/** The part of `saxen` that is used; the package has no types of its own. */
declare module "saxen" {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: "openTag", listener: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this;
    on(event: "closeTag", listener: (name: string) => void): this;
    on(event: "text" | "cdata" | "attention", listener: (text: string) => void): this;
    on(event: "error" | "warn", listener: (error: Error) => void): this;
    parse(xml: string): Error | undefined;
  }
}
