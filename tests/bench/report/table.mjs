// A table on the terminal.

/** @typedef {string | number} Cell */

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {number} [digits] after the point; absent for text
 */

/** @param {Cell} cell @param {number | undefined} digits */
function written(cell, digits) {
  if (typeof cell === "string") return cell;
  if (!Number.isFinite(cell)) return "–";
  return cell.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * @param {string} title
 * @param {readonly Column[]} columns
 * @param {readonly (readonly Cell[])[]} rows
 */
export function printTable(title, columns, rows) {
  const lines = [
    columns.map((column) => column.title),
    ...rows.map((row) => row.map((cell, at) => written(cell, columns[at]?.digits))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  console.log(`\n${title}\n`);
  for (const [index, line] of lines.entries()) {
    const cells = line.map((text, at) =>
      columns[at]?.digits === undefined ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`.trimEnd());
    if (index === 0) console.log(`  ${widths.map((width) => "─".repeat(width)).join("  ")}`);
  }
}
