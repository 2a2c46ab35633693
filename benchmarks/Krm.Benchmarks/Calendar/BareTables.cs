using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Benchmarks.Calendar;

/// <summary>Rank and days over the grid (year - 1990) * 372 + (month - 1) * 31 + day - 1, bare: no checks, no n = 0, no direction.</summary>
internal sealed class BareTables
{
    public BareTables(DayCalendar calendar)
    {
        DateInterval all = new(new LocalDate(1990, 1, 1), new LocalDate(2100, 12, 31));
        Days = calendar.GetWorkingDays(all).ToArray();
        Rank = new ushort[(111 * 372) + 1];
        int slot = 0;
        for (int position = 0; position < Days.Length; position++)
        {
            for (; slot <= SlotOf(Days[position]); slot++)
            {
                Rank[slot] = (ushort)position;
            }
        }

        for (; slot < Rank.Length; slot++)
        {
            Rank[slot] = (ushort)Days.Length;
        }
    }

    public LocalDate[] Days { get; }

    public ushort[] Rank { get; }

    public static int SlotOf(LocalDate date) => ((date.Year - 1990) * 372) + ((date.Month - 1) * 31) + date.Day - 1;
}
