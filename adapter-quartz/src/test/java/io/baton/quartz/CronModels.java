package io.baton.quartz;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes up cron expressions from a seed: text and meaning side by side. */
final class CronModels {
    private final Random random;

    CronModels(long seed) {
        this.random = new Random(seed);
    }

    /** Quartz's form. */
    CronModel quartz() {
        Field second = random.nextInt(4) > 0 ? new Field("0", Set.of(0)) : field(0, 59);
        Field minute = field(0, 59);
        Field hour = random.nextInt(3) == 0 ? new Field("*", upTo(0, 23)) : field(0, 23);
        Days days = days();
        Field month = random.nextInt(4) > 0 ? new Field("*", upTo(1, 12)) : field(1, 12);
        String text = String.join(" ", second.text, minute.text, hour.text, days.ofMonth, month.text, days.ofWeek);
        Predicate<LocalDate> named = day -> month.values.contains(day.getMonthValue()) && days.named.test(day);
        return new CronModel(text, second.values, minute.values, hour.values, named);
    }

    /** Unix's form. */
    CronModel unix() {
        Field minute = field(0, 59);
        Field hour = random.nextInt(3) == 0 ? new Field("*", upTo(0, 23)) : field(0, 23);
        boolean ofMonthGiven = random.nextInt(3) == 0;
        boolean ofWeekGiven = random.nextInt(3) == 0;
        Field ofMonth = ofMonthGiven ? plain(1, 31) : new Field("*", upTo(1, 31));
        Field ofWeek = ofWeekGiven ? plain(0, 7) : new Field("*", upTo(0, 7));
        Predicate<LocalDate> byMonth = day -> ofMonth.values.contains(day.getDayOfMonth());
        // java.time counts Monday 1 to Sunday 7, Unix Sunday 0 to Saturday 6 and Sunday 7 again.
        Predicate<LocalDate> byWeek = day -> {
            int number = day.getDayOfWeek().getValue();
            return ofWeek.values.contains(number) || (number == 7 && ofWeek.values.contains(0));
        };
        Predicate<LocalDate> named = ofMonthGiven && ofWeekGiven ? byMonth.or(byWeek) : byMonth.and(byWeek);
        String text = String.join(" ", minute.text, hour.text, ofMonth.text, "*", ofWeek.text);
        return new CronModel(text, Set.of(0), minute.values, hour.values, named);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Days days() {
        int number = 1 + random.nextInt(28);
        int weekday = 1 + random.nextInt(7);
        return switch (random.nextInt(12)) {
            case 0 -> {
                Field field = plain(1, 31);
                yield new Days(field.text, "?", day -> field.values.contains(day.getDayOfMonth()));
            }
            case 1 -> {
                Field field = plain(1, 7);
                yield new Days("?", field.text, day -> field.values.contains(sundayFirst(day)));
            }
            case 2 -> new Days("L", "?", day -> day.getDayOfMonth() == day.lengthOfMonth());
            case 3 -> new Days("L-" + number, "?", day -> day.getDayOfMonth() == day.lengthOfMonth() - number);
            case 4 -> new Days(number + "W", "?", day -> day.equals(nearestWeekday(day, number)));
            case 5 -> new Days("LW", "?", day -> day.equals(nearestWeekday(day, day.lengthOfMonth())));
            case 6 ->
                new Days(
                        "?",
                        weekday + "L",
                        day -> sundayFirst(day) == weekday && day.getDayOfMonth() + 7 > day.lengthOfMonth());
            case 7 ->
                new Days(
                        "?",
                        weekday + "#" + (1 + number % 5),
                        day -> sundayFirst(day) == weekday && (day.getDayOfMonth() - 1) / 7 == number % 5);
            default -> new Days("*", "?", day -> true);
        };
    }

    private static int sundayFirst(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }

    private static LocalDate nearestWeekday(LocalDate month, int number) {
        LocalDate day = month.withDayOfMonth(number);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> number == 1 ? day.plusDays(2) : day.minusDays(1);
            case SUNDAY -> number == month.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
            default -> day;
        };
    }

    private Field field(int min, int max) {
        int from = min + random.nextInt(max - min + 1);
        int length = random.nextInt(max - min);
        int step = 1 + random.nextInt(max / 2);
        return switch (random.nextInt(6)) {
            case 0 -> new Field("*", upTo(min, max));
            case 1 -> new Field("*/" + step, every(min, max, step));
            case 2 -> new Field(from + "/" + step, every(from, max, step));
            case 3 -> {
                // Runs over the end now and then.
                Set<Integer> values = new TreeSet<>();
                for (int i = from; i <= from + length; i++) {
                    values.add(i > max ? i - (max - min + 1) : i);
                }
                int to = from + length > max ? from + length - (max - min + 1) : from + length;
                yield new Field(from + "-" + to, values);
            }
            default -> plain(min, max);
        };
    }

    /** Numbers with commas between. */
    private Field plain(int min, int max) {
        Set<Integer> values = new TreeSet<>();
        int count = 1 + random.nextInt(4);
        while (values.size() < count) {
            values.add(min + random.nextInt(max - min + 1));
        }
        return new Field(String.join(",", values.stream().map(String::valueOf).toList()), values);
    }

    private static Set<Integer> upTo(int min, int max) {
        return every(min, max, 1);
    }

    private static Set<Integer> every(int from, int max, int step) {
        Set<Integer> values = new TreeSet<>();
        for (int i = from; i <= max; i += step) {
            values.add(i);
        }
        return values;
    }

    private record Field(String text, Set<Integer> values) {}

    private record Days(String ofMonth, String ofWeek, Predicate<LocalDate> named) {}
}
