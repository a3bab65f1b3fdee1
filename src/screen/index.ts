export { type ClientList, readClientList } from './list.ts';
export type { ClientRow } from './rows.ts';
export { type CompanyResult, type ScreenResult, screen } from './run.ts';
export { writeResult } from './workbook.ts';
