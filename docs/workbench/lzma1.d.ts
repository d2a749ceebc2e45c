/** What the workbench uses of the package, whose own types are sources that do not pass the checks of this project. */
export declare function compress(data: Uint8Array<ArrayBuffer>, mode?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): number[];
export declare function decompress(data: Uint8Array<ArrayBuffer>): string | number[];
