import ExcelJS from 'exceljs';
import type { Profile } from '../profile/index.ts';
import { Choices } from './choices.ts';
import { addFieldsSheet } from './fields-sheet.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { addListSheet } from './list-sheet.ts';
import type { Plan, SheetPlan } from './plan.ts';
import { withHalvesJoined } from './rare.ts';
import { protect } from './sheet-base.ts';
import { addSourcesSheet } from './sources-sheet.ts';
import { addYearsSheet } from './years-sheet.ts';

/**
 * The questionnaire as an .xlsx: 填写说明, the sheets of the plan, 来源与佐证, filled with what the profile tells.
 * Dated by the as-of date, so that the same input gives the same content.
 * @throws InputError for a text that no cell can hold
 */
export const writeQuestionnaire = async (plan: Plan, profile?: Profile): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${plan.asOf}T00:00:00Z`);
  workbook.modified = workbook.created;
  const choices = new Choices();
  const add = (part: SheetPlan): ExcelJS.Worksheet => {
    switch (part.kind) {
      case 'fields':
        return addFieldsSheet(workbook, part, profile, choices);
      case 'years':
        return addYearsSheet(workbook, part, plan.baseYear, profile, choices);
      case 'list':
        return addListSheet(workbook, part, profile, choices);
    }
  };
  const sheets = [addGuideSheet(workbook, plan), ...plan.sheets.map(add)];
  sheets.push(addSourcesSheet(workbook, plan, profile, choices));
  for (const sheet of sheets) await protect(sheet);
  choices.addSheet(workbook);
  return withHalvesJoined(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
