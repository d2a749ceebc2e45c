/**
 * What the writer uses of the package docx. That package requires a newer Node through its dependencies, so it is bundled into
 * this module; its licence is in docs/licences.md. The module is loaded only when a Word document is written.
 */
export {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  DocumentGridType,
  HeightRule,
  type ICommentOptions,
  type ITableCellBorders,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
