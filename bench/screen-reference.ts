import ExcelJS from 'exceljs';

/**
 * What exceljs alone takes: streams a workbook in, every cell of it, and streams a workbook with as many cells as the result
 * has out. No rules, nothing is judged.
 * Usage: node scripts/run.mjs bench/screen-reference.ts IN OUT SHEETS, SHEETS being rows×columns,rows×columns,…
 */
const [input = '', output = '', shapes = ''] = process.argv.slice(2);
const started = performance.now();

let cells = 0;
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(input, {
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  worksheets: 'emit',
  entries: 'emit',
})) {
  for await (const row of sheet)
    row.eachCell((cell) => {
      if (cell.value !== null) cells += 1;
    });
}

const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: output, useStyles: true });
for (const [index, shape] of shapes.split(',').entries()) {
  const [rows = 0, columns = 0] = shape.split('×').map(Number);
  const sheet = book.addWorksheet(`表${index + 1}`);
  const values = Array.from({ length: columns }, (_, column) => (column % 3 === 0 ? column : '符合'));
  for (let row = 0; row < rows; row += 1) sheet.addRow(values).commit();
  sheet.commit();
}
await book.commit();
process.stdout.write(JSON.stringify({ cells, seconds: (performance.now() - started) / 1000 }));
