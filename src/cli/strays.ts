import { setTimeout } from 'node:timers/promises';
import type { PlacedRemark, Report } from '../report.ts';

/** What failed though nobody waits for it, such as a timer or a promise of a plug-in. It was told when it happened. */
export const strays: PlacedRemark[] = [];

/** A report with what failed so far, to which a rule of a user's own may have left something that has its turn now. */
export async function withStrays(report: Report): Promise<Report> {
  if (report.rules.some(({ rule }) => rule.id.includes('/'))) await setTimeout();
  return strays.length === 0 ? report : { ...report, errors: [...report.errors, ...strays] };
}
