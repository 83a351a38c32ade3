/** The box of a cell's note, by its number in the sheet and where it lies: columns and rows from 0, each with the pixels beyond it. */
export const noteShape = (
  number: number,
  { row, column }: { row: number; column: number },
  anchor: readonly number[],
) => ({
  '@id': `_x0000_s${number}`,
  '@type': '#_x0000_t202',
  '@style': 'position:absolute;visibility:hidden',
  '@fillcolor': '#ffffe1',
  '@o:insetmode': 'auto',
  'v:fill': { '@color2': '#ffffe1' },
  'v:shadow': { '@on': 't', '@color': 'black', '@obscured': 't' },
  'v:path': { '@o:connecttype': 'none' },
  'v:textbox': { '@style': 'mso-direction-alt:auto', div: { '@style': 'text-align:left' } },
  'x:ClientData': {
    '@ObjectType': 'Note',
    'x:MoveWithCells': '',
    'x:SizeWithCells': '',
    'x:Anchor': anchor.join(', '),
    'x:AutoFill': 'False',
    'x:Row': String(row - 1),
    'x:Column': String(column - 1),
  },
});
