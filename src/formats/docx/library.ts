/**
 * What the writer takes from the package docx. That package asks for a newer Node through what it depends on, so it is built into
 * this module; its licence stands in docs/licences.md. The module is loaded when a Word document is written, not before.
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
