/** Words on what is printed for the room: seat cards and table signs. */
export const print = {
  print: {
    table: 'table',
    tableNumber: 'Table {{number}}',
    seatCards: 'Voting codes',
    seatCardsOf: 'Voting codes table {{number}} ({{sign}}) · {{title}}',
    cutHere: 'print at 100 %, cut along the marks',
    yourCode: 'Your voting code',
    scanOrType: 'Scan, or type:',
    scanOnScreen: 'Scan the code on the room screen, then type this code.',
    onePerson: 'For one person. Do not pass it on.',
    cardCount: '{{card}}/{{cards}}',
    qrOf: 'QR code: opens the voting page with this voting code',
    cardTitle: 'Card {{card}} of {{cards}}',
    tableSigns: 'Table signs',
    signOf: 'Sign of this table: {{sign}}',
    foldHere: 'fold here and stand it on the table like a tent',
  },
} as const;
