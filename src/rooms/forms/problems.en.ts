import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './problems.vi.ts'

export const en: Words<typeof vi> = {
  missingText: (label) => `Enter ${lower(label)}.`,
  missingChoice: (label) => `Choose ${lower(label)}.`,
  missingYesNo: 'Choose Yes or No.',
  missingBoxes: (label) => `Tick at least one box under “${label}”.`,
  missingDate: (label) => `Enter ${lower(label)}: day, month and year.`,
  missingPartialDate: (label) => `Enter ${lower(label)}; at least the year.`,
  missingDeclaration: 'Tick the box to declare. If it is not true of you, look again at the answers above.',
  missingRows: (label) => `Add at least one row under “${label}”.`,
  missingFile: (label) => `Choose a file or take a photo: ${lower(label)}.`,
  missingDay: (label) => `${label} needs a day.`,
  missingMonth: (label) => `${label} needs a month.`,
  missingYear: (label) => `${label} needs a year of 4 digits.`,
  notADay: (typed) => `There is no ${typed} in the calendar. Check the day, month and year.`,
  past: (label, typed) => `${label} must be in the past. You typed ${typed}.`,
  notFuture: (label, typed) => `${label} cannot be after today. You typed ${typed}.`,
  future: (label, typed) => `${label} must be in the future. You typed ${typed}.`,
  notPast: (label, typed) => `${label} cannot be before today. You typed ${typed}.`,
  tooEarly: (label, typed) => `${label} is too far in the past. You typed ${typed}.`,
  year: (year) => year,
  tooLong: (most, typed) => `Make it shorter: ${most} characters at most. You wrote ${typed}.`,
  notANumber: (label, typed) => `${label} must be a number, such as 2. You typed “${typed}”.`,
  notADecimal: (label, typed, digits) =>
    `${label} must be a number, such as 85,5; at most ${digits} digits after the comma. You typed “${typed}”.`,
  notMoney: (label, typed) => `${label} must be an amount, such as 50.000. You typed “${typed}”.`,
  tooSmall: (label, least) => `${label} must be ${least} or more.`,
  tooLarge: (label, most) => `${label} must be ${most} or less.`,
  notAnOption: 'Choose one of the options below.',
  notFound: (typed) => `Nothing matches “${typed}”. Type a few letters of the name, with or without marks.`,
  severalFit: (typed) => `Several match “${typed}”. Choose one below.`,
  tooFewRows: (label, least) => `“${label}” needs ${least} rows or more.`,
  tooManyRows: (label, most) => `“${label}” takes ${most} rows at most. Remove some and save again.`,
  inRow: (row, problem) => `Row ${row}: ${problem}`,
  moreRows: (label, rows) => `“${label}” has ${rows} more rows to repair.`,
  inLine: (line, problem) => `Line ${line} of what you pasted: ${problem}`,
  moreLines: (lines) => `${lines} more lines are not in order. No line has been added to the table.`,
  formula: (label) => `${label}: this cell begins like a formula. Copy the values, not the formulas.`,
  noColumn: (typed) => `“${typed}” belongs to no column. Check the order of the columns.`,
  disagrees: {
    year: 'This personal number belongs to someone born in another year. Check the number, or the date of birth above.',
    gender: 'This personal number belongs to someone of the other sex. Check the number, or the sex above.',
  },
  tooManyFiles: (most) => `${most} files at most. Remove some and save again.`,
  formats: {
    name: 'Enter the name in letters, as on the ID card.',
    'identity-number': 'The personal number has 12 digits, on the front of the ID card.',
    'old-identity-number': 'The number of the paper has 9 or 12 digits.',
    phone: 'A phone number has 10 digits and begins with 0, such as 0900 000 012.',
    email: 'Enter a full e-mail address, such as name@example.com.',
    passport: 'A passport number has 6 to 9 letters and digits, such as C1234567.',
    'tax-code': 'A tax code has 10 digits, 13 (a dependent unit) or 12 (the personal number). Check every digit.',
    'account-number': 'An account number has 6 to 20 letters and digits, without marks.',
    plate: 'Enter the number as on the plate, such as 30A-123.45.',
  },
}

function lower(label: string): string {
  const [first = '', second = ''] = label
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(1)
}
