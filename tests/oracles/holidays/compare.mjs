// Compares the holidays that `krm holidays` prints with two npm packages, for 16 Länder and 1990 to 2100, and sorts
// every difference into one of the explained groups of differences.json. An unexplained difference ends with exit code 1.
//   dotnet run -c Release --project src/Krm.Cli -- holidays --land BY --from 1990 --to 2100 --format csv   (once a Land)
//   usage: npm install && node compare.mjs [path to a built krm.dll]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const DateHolidays = require('date-holidays');
const feiertage = require('feiertagejs');

const laender = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'];
const years = Array.from({ length: 111 }, (_, index) => 1990 + index);
const krm = process.argv[2] ?? new URL('../../../src/Krm.Cli/bin/Release/net10.0/krm.dll', import.meta.url).pathname;
const explained = JSON.parse(readFileSync(new URL('differences.json', import.meta.url)));

const iso = (date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

function fromKrm(land) {
  const text = execFileSync('dotnet', [krm, 'holidays', '--land', land, '--from', '1990', '--to', '2100', '--format', 'csv'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const [header, ...rows] = text.trim().split(/\r?\n/);
  const column = header.split(',').indexOf('date');
  return new Set(rows.map((row) => row.split(',')[column]));
}

const fromDateHolidays = (land, year) =>
  new Set(
    new DateHolidays('DE', land, { languages: ['de'], types: ['public'] })
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  );

const fromFeiertage = (land, year) => new Set(feiertage.getHolidays(year, land).map((holiday) => iso(holiday.date)));

function explain(oracle, land, date, side) {
  const year = Number(date.slice(0, 4));
  return explained.findIndex(
    (group) =>
      group.oracle === oracle &&
      group.side === side &&
      (group.laender === 'all' || group.laender.includes(land)) &&
      (!group.from || year >= group.from) &&
      (!group.to || year <= group.to) &&
      (!group.day || date.endsWith(group.day)) &&
      (!group.weekday || new Date(`${date}T12:00:00Z`).getUTCDay() === group.weekday),
  );
}

const counts = explained.map(() => 0);
const unexplained = [];
let compared = 0;
for (const land of laender) {
  const ours = fromKrm(land);
  for (const year of years) {
    const mine = new Set([...ours].filter((date) => date.startsWith(`${year}`)));
    for (const [oracle, read] of [['date-holidays', fromDateHolidays], ['feiertagejs', fromFeiertage]]) {
      const theirs = read(land, year);
      compared += mine.size;
      for (const [side, dates] of [['only krm', [...mine].filter((date) => !theirs.has(date))], ['only oracle', [...theirs].filter((date) => !mine.has(date))]]) {
        for (const date of dates) {
          const group = explain(oracle, land, date, side);
          if (group < 0) unexplained.push(`${oracle}\t${side}\t${land}\t${date}`);
          else counts[group]++;
        }
      }
    }
  }
}

explained.forEach((group, index) => console.log(`${String(counts[index]).padStart(5)}  ${group.oracle}, ${group.side}: ${group.reason}`));
console.log(`${compared} holidays compared, ${counts.reduce((sum, count) => sum + count, 0)} differences explained, ${unexplained.length} unexplained`);
unexplained.slice(0, 50).forEach((line) => console.log(line));
process.exit(unexplained.length > 0 || counts.some((count) => count === 0) ? 1 : 0);
