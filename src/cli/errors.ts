import { type Diagnostic, placeText, SEVERITY_WORDS } from '../base/diagnostic.ts';
import { padEnd, widthOf } from '../report/index.ts';

/** file:line:column, the message, the line with a caret under the spot, and the next step. */
export const diagnosticText = (diagnostic: Diagnostic): string => {
  const { where } = diagnostic;
  const place = where === undefined ? '' : placeText(where);
  const lines = [
    `${place === '' ? '' : `${place} `}${SEVERITY_WORDS[diagnostic.severity]} ${diagnostic.code}：${diagnostic.message}`,
  ];
  if (where?.excerpt !== undefined && where.column !== undefined && where.line !== undefined) {
    const { text, length } = where.excerpt;
    const prefix = `  ${where.line} | `;
    const before = text.slice(0, where.column - 1);
    const marked = text.slice(where.column - 1, where.column - 1 + length);
    lines.push(
      `${prefix}${text}`,
      `${padEnd('', prefix.length + widthOf(before))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
    );
  }
  if (diagnostic.fix !== undefined) lines.push(`  → ${diagnostic.fix}`);
  return lines.join('\n');
};
