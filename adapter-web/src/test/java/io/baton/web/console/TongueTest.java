package io.baton.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Role;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the console is there in both languages. */
class TongueTest {
    private static final Map<String, List<String>> CHOICES = Map.of(
            "placement", List.of("any", "master", "broadcast", "shards"),
            "overlap", List.of("allow", "queue", "skip", "replace"),
            "delivery", List.of("at-most-once", "at-least-once"),
            "misfire", List.of("fire-once", "skip", "fire-all"));

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");

    /** What only says in which order pieces stand, and what is between them. */
    private static final Set<String> PUNCTUATION = Set.of(
            "cron.list",
            "cron.and",
            "cron.few",
            "cron.within",
            "cron.at",
            "cron.span",
            "cron.of-such-month",
            "cron.in-months",
            "cron.nth-weekday",
            "cron.year-date");

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "baton", "web", "console"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Set<String> named(Enum<?>[] constants, String prefix) {
        return Arrays.stream(constants).map(one -> prefix + one.name()).collect(Collectors.toSet());
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Tongue.CHINESE.keys()).isEqualTo(Tongue.ENGLISH.keys()).hasSizeGreaterThan(200);
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        assertThat(Tongue.ENGLISH.keys())
                .allSatisfy(key ->
                        assertThat(holes(Tongue.CHINESE.say(key))).as(key).isEqualTo(holes(Tongue.ENGLISH.say(key))));
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_chinese_is_chinese() {
        assertThat(Tongue.CHINESE.keys())
                .filteredOn(key -> Tongue.CHINESE.say(key).codePoints().noneMatch(Character::isIdeographic))
                .filteredOn(key -> !PUNCTUATION.contains(key))
                .containsExactlyInAnyOrder("schedule.kind.cron", "node.cpu");
    }

    @Test
    void every_key_of_the_pages_is_there_and_every_key_there_is_used() throws IOException {
        String sources = sources();
        Set<String> used = KEY.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .filter(key -> key.contains(".") || key.equals("filter"))
                .filter(key -> !key.endsWith(".css")
                        && !key.endsWith(".js")
                        && !key.endsWith(".svg")
                        && !key.endsWith(".json"))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(named(Outcome.values(), "outcome."));
        used.addAll(named(TaskState.values(), "state."));
        used.addAll(named(Role.values(), "role."));
        used.addAll(named(Reason.values(), "reason."));
        used.addAll(named(StoreWarning.Kind.values(), "problem.store."));
        used.remove("problem.store.UNPATCHED"); // for the log alone
        used.remove("reason.NONE");
        List.of("cron", "every", "once", "manual").forEach(kind -> used.add("schedule.kind." + kind));
        used.remove("choice."); // what the choices of a job file begin with
        CHOICES.forEach((field, words) -> words.forEach(word -> used.add("choice." + field + "." + word)));
        List.of("login.wrong", "login.wait", "runs.since", "runs.until").forEach(used::add);
        List.of("group", "tag").forEach(name -> used.add("jobs." + name));
        List.of("who", "action", "subject").forEach(name -> used.add("audit." + name));

        assertThat(Tongue.ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void the_browser_decides_unless_the_reader_has() {
        assertThat(Tongue.of("", "zh-CN,zh;q=0.9,en;q=0.8")).isSameAs(Tongue.CHINESE);
        assertThat(Tongue.of("", "en-US,en;q=0.9,zh;q=0.8")).isSameAs(Tongue.ENGLISH);
        assertThat(Tongue.of("", "")).isSameAs(Tongue.ENGLISH);
        assertThat(Tongue.of("zh", "en")).isSameAs(Tongue.CHINESE);
        assertThat(Tongue.of("en", "zh")).isSameAs(Tongue.ENGLISH);
        assertThat(Tongue.of("<script>", "zh")).isSameAs(Tongue.ENGLISH);
    }
}
