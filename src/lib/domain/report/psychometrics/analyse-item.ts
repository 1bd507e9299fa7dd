import { discriminationIndex } from './discrimination-index.ts';
import { discriminativeEfficiency } from './discriminative-efficiency.ts';
import { facility } from './facility.ts';
import { covariance } from './moments.ts';
import { restMarks } from './rest-marks.ts';
import { standardDeviation } from './standard-deviation.ts';

type Row = {
  kind: Parameters<typeof restMarks>[0];
  /** Its marks in the attempts that contain it; no response is 0. */
  marks: readonly number[];
  /** The marks of the whole in the same attempts, in the same order. */
  totals: readonly number[];
  maximum: number;
};

/** Facility, discrimination index and efficiency in per cent, standard deviation in marks; null: not defined. */
export type ItemFigures = {
  facility: number | null;
  standardDeviation: number | null;
  discriminationIndex: number | null;
  discriminativeEfficiency: number | null;
  /** cov(x, T): what the effective weight is made of. */
  covarianceWithTotal: number | null;
};

/** Moodle's figures of one row of a report on items: an item, or a part of those that stood at one place of the form. */
export function analyseItem({ kind, marks, totals, maximum }: Row): ItemFigures {
  const rest = restMarks(kind, marks, totals);
  return {
    facility: facility(marks, maximum),
    standardDeviation: standardDeviation(marks),
    discriminationIndex: discriminationIndex(marks, rest),
    discriminativeEfficiency: discriminativeEfficiency(marks, rest),
    covarianceWithTotal: covariance(marks, totals)
  };
}
