import { requestFlow, requestOutcomes } from "../../form/terms.js";

/** Rows or columns of the form by their terms: those to add up, and those to take away. */
export interface RowSum {
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

const { received, broughtForward, concluded } = requestFlow;
export const receivedOnly: RowSum = { plus: [received.id] };
export const receivedAndBrought: RowSum = { plus: [received.id, broughtForward.id] };
export const all: RowSum = { plus: [concluded.id] };
export const ofThisYear: RowSum = { plus: [concluded.id], minus: [broughtForward.id] };
export const withoutOther: RowSum = { plus: [concluded.id], minus: [requestOutcomes.otherHandling.id] };
export const withoutWithdrawn: RowSum = { plus: [concluded.id], minus: [requestOutcomes.otherReasons.id] };
export const answeredOnly: RowSum = {
  plus: [concluded.id],
  minus: [requestOutcomes.otherHandling.id, requestOutcomes.processingDeclined.id],
};

/** A request, without a verb. */
export const requestMeanings: readonly RowSum[] = [receivedOnly, receivedAndBrought, all];
