/**
 * A typed domain model of the Chinese government information disclosure annual report (政府信息公开工作年度报告).
 *
 * @packageDocumentation
 */

export { DisclosureReportError, type ErrorCode } from "./findings/error.js";
export type { Coordinate, Finding, FindingCell, Language, Param, Place, Sentence, Severity } from "./findings/finding.js";
export { aliasesOf } from "./form/aliases.js";
export { type Cell, leafPaths, type Path, printedHeading } from "./form/cells.js";
export {
  applicantsOf,
  type Choice,
  outcomesOf,
  type RemedyKindIn,
  type RequestOutcomeIn,
  remedyKindsOf,
  remedyResultsOf,
  termNamed,
} from "./form/choices.js";
export {
  type Address,
  cellLabel,
  describeForm,
  type EditionId,
  editionForYear,
  editionIds,
  editions,
  type Form,
  type FormRecord,
  type FormTable,
  formatCoordinate,
  isAddress,
  type TableId,
} from "./form/form.js";
export { agencyKinds, agencyLevels, headItems } from "./form/headTerms.js";
export { type Layout, type LayoutCell, type LayoutContent, layoutOf } from "./form/layout.js";
export { sectionsOf } from "./form/sections.js";
export { type Citation, formatCitation, type Source, type SourceId, sources } from "./form/sources.js";
export {
  type ApplicantCategory,
  type Article20Item,
  applicantCategories,
  applicantHeadings,
  article20Items,
  disclosureMeasures,
  disclosureSubjects,
  type OverviewPart,
  overviewParts,
  type RemedyKind,
  type RemedyResult,
  type RequestOutcome,
  remedyKinds,
  remedyResults,
  reportSections,
  requestFlow,
  requestOutcomes,
} from "./form/terms.js";
export type {
  Balance,
  Basis,
  Edition,
  Heading,
  LinkTerm,
  Panel,
  Role,
  Section,
  SectionId,
  TableForm,
  Term,
  Unit,
  YearLink,
  YearLinkFamily,
} from "./form/types.js";
export { type PrintedDocument, type PrintedSection, type PrintedText, printDocument } from "./printing/printDocument.js";
export { type PrintedCell, type PrintedTable, printTables } from "./printing/printTables.js";
export {
  type MissingTables,
  type OmittedIsZero,
  type ReportBuilder,
  type ReportBuilderOptions,
  reportBuilder,
  type SparseTableInput,
  type TableInput,
} from "./report/builder.js";
export {
  type FigureChanges,
  figureAt,
  type MergedDraft,
  type MergeOptions,
  mergeDrafts,
  withFigure,
  withFigures,
} from "./report/edit.js";
export { amountToFen, type FenOptions, fenToAmount } from "./report/fen.js";
export { type Figures, type FigureValue, figuresOf, figureValue } from "./report/figures.js";
export type * from "./report/generated/index.js";
export { type InputField, inputFieldsOf } from "./report/inputFields.js";
export { canonicalize, type JsonOptions, toJson } from "./report/json.js";
export { isComplete, missingFields } from "./report/missingFields.js";
export {
  type ParseEditionOptions,
  type ParseOptions,
  type ParseResult,
  parseDraft,
  parseReport,
  safeParseDraft,
  safeParseDraftJson,
  safeParseReport,
  safeParseReportJson,
} from "./report/parse.js";
export {
  type BlockOptions,
  type ColumnOptions,
  type PartOptions,
  type RemedyBlock,
  type RemedyBlockInput,
  type RequestColumn,
  type RequestColumnInput,
  type RequestRow,
  type RequestRowInput,
  type RowOptions,
  remedyBlock,
  requestColumn,
  requestRow,
  requestsFromColumns,
} from "./report/parts.js";
export { draftSchemas, reportSchemas } from "./report/schema.js";
export type {
  Agency,
  AgencyKind,
  AgencyLevel,
  Draft,
  DraftRecord,
  DraftTable,
  DraftTables,
  Narrative,
  Overview,
  Report,
  ReportHead,
  Tables,
} from "./report/types.js";
export { type Check, mergeChecks, type Status, type Verdict } from "./rules/check.js";
export type { FindingGroup, Suspect } from "./rules/groups.js";
export type {
  DomainRule,
  FunctionResult,
  FunctionRule,
  FunctionRuleDescription,
  LinearRule,
  LinearTerm,
  ListedRule,
  Places,
  Profile,
  Relation,
  ReportOfTerm,
  Rule,
  RuleDescription,
  RuleInput,
  RuleOutcome,
  Scope,
} from "./rules/types.js";
export { checkBalances, type ValidateOptions, type Validation, validate } from "./rules/validate.js";
