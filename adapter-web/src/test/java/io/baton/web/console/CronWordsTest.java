package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of cron expressions, in both languages: right, or the expression itself. */
class CronWordsTest {
    /** Expression, English, Chinese. */
    private static final List<List<String>> TABLE =
            """
            * * * * * ? | every second | 每秒
            * * * * * * | every second | 每秒
            0/5 * * * * ? | every 5 seconds | 每 5 秒
            */10 * * * * ? | every 10 seconds | 每 10 秒
            5/10 * * * * ? | at seconds 5, 15, 25, …, 55 of the minute | 每分钟第 5、15、25、…、55 秒
            0/7 * * * * ? | at seconds 0, 7, 14, …, 56 of the minute | 每分钟第 0、7、14、…、56 秒
            0 * * * * ? | every minute | 每分钟
            30 * * * * ? | every minute, at second 30 | 每分钟的第 30 秒
            0 0/5 * * * ? | every 5 minutes | 每 5 分钟
            0 */15 * * * ? | every 15 minutes | 每 15 分钟
            0 5/15 * * * ? | at minutes 5, 20, 35 and 50 of the hour | 每小时第 5、20、35、50 分
            0 0/7 * * * ? | at minutes 0, 7, 14, …, 56 of the hour | 每小时第 0、7、14、…、56 分
            0 3/5 * * * ? | at minutes 3, 8, 13, …, 58 of the hour | 每小时第 3、8、13、…、58 分
            30 0/5 * * * ? | every 5 minutes, at second 30 | 每 5 分钟的第 30 秒
            0 0 * * * ? | every hour on the hour | 每小时整点
            0 15 * * * ? | every hour at minute 15 | 每小时第 15 分
            30 15 * * * ? | every hour at minute 15, second 30 | 每小时第 15 分 30 秒
            0 15,45 * * * ? | at minutes 15 and 45 of the hour | 每小时第 15、45 分
            0 10-20 * * * ? | at minutes 10 to 20 of the hour | 每小时第 10至20 分
            * 0/5 * * * ? | every second, in minutes 0, 5, 10, …, 55 of the hour | 每小时第 0、5、10、…、55 分钟内，每秒
            * 5 * * * ? | every second, in minute 5 of the hour | 每小时第 5 分钟内，每秒
            0/10 5 9 * * ? | every 10 seconds, in minute 5 of the hour, between 09:00 and 09:59:59, every day | 每天，09:00 至 09:59:59 之间，每小时第 5 分钟内，每 10 秒
            0,30 0/20 * * * ? | every 30 seconds, in minutes 0, 20 and 40 of the hour | 每小时第 0、20、40 分钟内，每 30 秒
            0 0 9 * * ? | every day at 09:00 | 每天 09:00
            0 30 9 ? * MON-FRI | at 09:30, from Monday to Friday | 每周一至周五，09:30
            30 30 9 * * ? | every day at 09:30:30 | 每天 09:30:30
            0 0 9,17 * * ? | every day at 09:00 and 17:00 | 每天 09:00、17:00
            0 0,30 9,17 * * ? | every day at 09:00, 09:30, 17:00 and 17:30 | 每天 09:00、09:30、17:00、17:30
            0 0/30 9-10 * * ? | every day at 09:00, 09:30, 10:00 and 10:30 | 每天 09:00、09:30、10:00、10:30
            0 0/5 9-17 ? * MON-FRI | every 5 minutes, between 09:00 and 17:59, from Monday to Friday | 每周一至周五，09:00 至 17:59 之间，每 5 分钟
            0 0/5 9-12,14-18 * * ? | every 5 minutes, during 09:00–12:59 and 14:00–18:59, every day | 每天，09:00–12:59、14:00–18:59 期间，每 5 分钟
            0 0/10 0/2 * * ? | every 10 minutes, in the hours 0, 2, 4, …, 22, every day | 每天，0、2、4、…、22 点内，每 10 分钟
            0 * 9 * * ? | every minute, between 09:00 and 09:59, every day | 每天，09:00 至 09:59 之间，每分钟
            0 0 9-17 * * ? | every hour from 09:00 to 17:00, every day | 每天，09:00 至 17:00 每小时一次
            0 15 22-4 * * ? | every hour from 22:15 to 04:15, every day | 每天，22:15 至 04:15 每小时一次
            0 0 0/2 * * ? | every 2 hours (00:00, 02:00, 04:00, …, 22:00) | 每 2 小时（00:00、02:00、04:00、…、22:00）
            0 15 1/3 * * ? | every 3 hours (01:15, 04:15, 07:15, …, 22:15) | 每 3 小时（01:15、04:15、07:15、…、22:15）
            0 0 0/6 * * ? | every day at 00:00, 06:00, 12:00 and 18:00 | 每天 00:00、06:00、12:00、18:00
            0 0 0/5 * * ? | every day at 00:00, 05:00, 10:00, 15:00 and 20:00 | 每天 00:00、05:00、10:00、15:00、20:00
            0 0 0/7 1 * ? | at 00:00, 07:00, 14:00 and 21:00, on day 1 of the month | 每月1日，00:00、07:00、14:00、21:00
            0 0 10 ? * 1 | at 10:00, on Sunday | 每周日，10:00
            0 0 10 ? * SAT,SUN | at 10:00, on Saturday and Sunday | 每周六、周日，10:00
            0 0 10 ? * FRI-MON | at 10:00, from Friday to Monday | 每周五至周一，10:00
            0 0 10 ? * MON-FRI/2 | at 10:00, on Monday, Wednesday and Friday | 每周一、周三、周五，10:00
            0 0 10 ? * */2 | at 10:00, on Tuesday, Thursday, Saturday and Sunday | 每周二、周四、周六、周日，10:00
            0 0 10 ? * L | at 10:00, on Saturday | 每周六，10:00
            0 0 9 ? * FRIL | at 09:00, on the last Friday of the month | 每月最后一个周五，09:00
            0 0 9 ? * 6L | at 09:00, on the last Friday of the month | 每月最后一个周五，09:00
            0 0 9 ? * 6#3 | at 09:00, on the third Friday of the month | 每月第三个周五，09:00
            0 0 9 ? * MON#1 | at 09:00, on the first Monday of the month | 每月第一个周一，09:00
            0 0 9 ? * SUN#5 | at 09:00, on the fifth Sunday of the month | 每月第五个周日，09:00
            0 0 0 L * ? | at 00:00, on the last day of the month | 每月最后一天，00:00
            0 0 0 L-1 * ? | at 00:00, on the day before the last of the month | 每月倒数第二天，00:00
            0 0 0 L-3 * ? | at 00:00, on the day 3 days before the last of the month | 每月最后一天往前第 3 天，00:00
            0 0 9 15W * ? | at 09:00, on the weekday (Mon–Fri) nearest to day 15 of the month | 每月最接近15日的工作日（周一至周五），09:00
            0 0 9 LW * ? | at 09:00, on the last weekday (Mon–Fri) of the month | 每月最后一个工作日（周一至周五），09:00
            0 0 9 L-3W * ? | at 09:00, on the weekday (Mon–Fri) nearest to the day 3 days before the last of the month | 每月最接近最后一天往前第 3 天的工作日（周一至周五），09:00
            0 0 9,17 1,15W * ? | at 09:00 and 17:00, on day 1 and the weekday (Mon–Fri) nearest to day 15 of the month | 每月1日、最接近15日的工作日（周一至周五），09:00、17:00
            0 0 0 1,15,L * ? | at 00:00, on days 1 and 15 and the last day of the month | 每月1、15日、最后一天，00:00
            0 0 0 1-7 * ? | at 00:00, on days 1 to 7 of the month | 每月1至7日，00:00
            0 0 0 1/5 * ? | at 00:00, on days 1, 6, 11, …, 31 of the month | 每月1、6、11、…、31日，00:00
            0 0 0 */2 * ? | at 00:00, on days 1, 3, 5, …, 31 of the month | 每月1、3、5、…、31日，00:00
            0 0 12 1 1 ? | at 12:00, on day 1 of the month, in January | 每年1月的1日，12:00
            0 0 12 1 1 ? 2027 | at 12:00, on day 1 of the month, in January, in 2027 | 2027年1月的1日，12:00
            0 0 12 1 1 ? 2027-2028 | at 12:00, on day 1 of the month, in January, in the years 2027 and 2028 | 2027、2028年每年1月的1日，12:00
            0 0 12 1 1 ? 2027,2030 | at 12:00, on day 1 of the month, in January, in the years 2027 and 2030 | 2027、2030年每年1月的1日，12:00
            0 0 12 * 6-8 ? | at 12:00, every day, in June to August | 每年6月至8月的每天，12:00
            0 0 12 1 */3 ? | at 12:00, on day 1 of the month, in January, April, July and October | 每年1月、4月、7月、10月的1日，12:00
            0 0 12 ? NOV-FEB MON | at 12:00, on Monday, in November to February | 每年11月至2月的每周一，12:00
            0 0 12 ? JAN MONL | at 12:00, on the last Monday of the month, in January | 每年1月的最后一个周一，12:00
            0 0/5 * * JAN ? | every 5 minutes, in January | 每年1月，每 5 分钟
            0 0/5 * * * ? 2027 | every 5 minutes, in 2027 | 2027年，每 5 分钟
            0 0 0 ? * * | every day at 00:00 | 每天 00:00
            0 0 0 31 2 ? | at 00:00, on day 31 of the month, in February | 每年2月的31日，00:00
            */15 * * * * | every 15 minutes | 每 15 分钟
            0 10 * * 0 | at 10:00, on Sunday | 每周日，10:00
            0 10 * * 7 | at 10:00, on Sunday | 每周日，10:00
            0 10 * * fri-mon | at 10:00, from Friday to Monday | 每周五至周一，10:00
            0 0 13 * fri | at 00:00, on day 13 of the month or on Friday | 每月13日或每周五，00:00
            0 0 13 1 fri | at 00:00, on day 13 of the month or on Friday, in January | 每年1月的13日或每周五，00:00
            0 0 */1 * fri | at 00:00, on Friday | 每周五，00:00
            0 0 * * * | every day at 00:00 | 每天 00:00
            30 6 * * 1-5 | at 06:30, from Monday to Friday | 每周一至周五，06:30
            */5 8-18 * * mon-fri | every 5 minutes, between 08:00 and 18:59, from Monday to Friday | 每周一至周五，08:00 至 18:59 之间，每 5 分钟
            5 4 */2 * 1 | at 04:05, on days 1, 3, 5, …, 31 of the month or on Monday | 每月1、3、5、…、31日或每周一，04:05
            0 22 * * 1-5 | at 22:00, from Monday to Friday | 每周一至周五，22:00
            @hourly | every hour on the hour | 每小时整点
            @daily | every day at 00:00 | 每天 00:00
            @weekly | at 00:00, on Sunday | 每周日，00:00
            @monthly | at 00:00, on day 1 of the month | 每月1日，00:00
            @yearly | at 00:00, on day 1 of the month, in January | 每年1月的1日，00:00
            0 0 22-4 ? * MON | every hour on the hour, during 00:00–04:59 and 22:00–23:59, on Monday | 每周一，00:00–04:59、22:00–23:59 期间，每小时整点
            0 0/5 22-4 ? * MON | every 5 minutes, during 00:00–04:59 and 22:00–23:59, on Monday | 每周一，00:00–04:59、22:00–23:59 期间，每 5 分钟
            0 0 9-12,14-18 * * ? | every hour on the hour, during 09:00–12:59 and 14:00–18:59, every day | 每天，09:00–12:59、14:00–18:59 期间，每小时整点
            0 59-20 * * * ? | at minutes 0 to 20 and 59 of the hour | 每小时第 0至20、59 分
            0/30 * 9-17 * * ? | every 30 seconds, between 09:00 and 17:59:59, every day | 每天，09:00 至 17:59:59 之间，每 30 秒
            0 0 12 ? NOV-FEB MON 2027 | at 12:00, on Monday, in January, February, November and December, in 2027 | 2027年1月、2月、11月、12月的每周一，12:00
            0 0/15 22-2 * * ? | every 15 minutes, between 22:00 and 02:59, every day | 每天，22:00 至 02:59 之间，每 15 分钟
            0 0 1-23/2 ? * SUN | every 2 hours (01:00, 03:00, 05:00, …, 23:00), on Sunday | 每周日，每 2 小时（01:00、03:00、05:00、…、23:00）
            """.lines().map(line -> List.of(line.split(" \\| "))).toList();

    @Test
    void expressions_are_told_in_english_and_chinese() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(60).allSatisfy(row -> {
            assertThat(CronWords.of(Tongue.ENGLISH, row.get(0))).as(row.get(0)).contains(row.get(1));
            assertThat(CronWords.of(Tongue.CHINESE, row.get(0))).as(row.get(0)).contains(row.get(2));
        });
    }

    @Test
    void what_cannot_be_told_well_is_shown_as_it_is() {
        String wild =
                "1,3,8,9,20,31,37 2,5,11,17,23,26,29,41,47 1,3,8,9,15,20 1,5,9,16,20,25 JAN,MAR,APR,AUG,OCT ? 2027,2029";

        for (String expression :
                List.of(wild, "61 * * * * ?", "nonsense", "@reboot", "0 0 9 ? * MON#6", "0 0 9 32W * ?")) {
            assertThat(CronWords.of(expression, "en", "")).isEqualTo(expression);
            assertThat(CronWords.of(expression, "zh", "")).isEqualTo(expression);
        }
    }

    @Test
    void the_language_is_the_one_asked_for_or_else_the_browsers() {
        assertThat(CronWords.of("0 0 9 * * ?", "zh", "en")).isEqualTo("每天 09:00");
        assertThat(CronWords.of("0 0 9 * * ?", "", "zh-CN,zh;q=0.9")).isEqualTo("每天 09:00");
        assertThat(CronWords.of("0 0 9 * * ?", "", "")).isEqualTo("every day at 09:00");
    }
}
