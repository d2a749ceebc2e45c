/**
 * The standard as data, for programs in any language: the form, its code lists, rules and finding codes, JSON Schemas, and what a
 * filed report is cited by. The same data lies in `docs/standard` of the package as JSON.
 *
 * @packageDocumentation
 */

export { crosswalkOf } from "./crosswalk/crosswalkOf.js";
export { catalogueOf } from "./standard/catalogue.js";
export { codeLists } from "./standard/codeLists.js";
export { digestOf, type Sha256 } from "./standard/digest.js";
export { findingCodes } from "./standard/findingCodes.js";
export { type JsonSchema, jsonSchemaOf, type SchemaKind, schemaId } from "./standard/jsonSchema.js";
export { rulesDataOf } from "./standard/rules.js";
export { type TidyColumn, tableSchema, tidyColumns } from "./standard/tableSchema.js";
export type {
  CatalogueData,
  CellData,
  CitationData,
  CodeListData,
  CrosswalkData,
  CrosswalkEntry,
  DomainData,
  DomainRuleData,
  EditionTermData,
  FindingCodeData,
  FunctionRuleData,
  GridCellData,
  HeadingData,
  LinearRuleData,
  PanelData,
  ParameterType,
  Relation,
  ReportOfTerm,
  RuleData,
  RulesData,
  ScopeOfRule,
  SectionData,
  SourceData,
  TableData,
  TariffData,
  TermData,
  TermOfRule,
} from "./standard/types.js";
export {
  type ConformanceLevel,
  conformanceLevels,
  STANDARD_LICENCE,
  STANDARD_MAJOR,
  STANDARD_VERSION,
} from "./standard/version.js";
