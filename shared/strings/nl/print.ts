/** Words on what is printed for the room: seat cards and table signs. */
export const print = {
  print: {
    table: 'tafel',
    tableNumber: 'Tafel {{number}}',
    seatCards: 'Stemcodes',
    seatCardsOf: 'Stemcodes tafel {{number}} ({{sign}}) · {{title}}',
    cutHere: 'print op 100 %, snij op de streepjes',
    yourCode: 'Jouw stemcode',
    scanOrType: 'Scan, of tik in:',
    scanOnScreen: 'Scan de code op het zaalscherm en tik dan deze code in.',
    onePerson: 'Voor één persoon. Geef hem niet door.',
    cardCount: '{{card}}/{{cards}}',
    qrOf: 'QR-code: opent de stempagina met deze stemcode',
    cardTitle: 'Kaart {{card}} van {{cards}}',
    tableSigns: 'Tafelbordjes',
    signOf: 'Teken van deze tafel: {{sign}}',
    foldHere: 'vouw hier, zet als een tentje op tafel',
  },
} as const;
