package io.baton.web.console;

import io.baton.domain.access.Role;
import java.util.List;

/** What is around every page: head, navigation, who is here. */
final class Shell {
    /** Raised with each change of the files, so that browsers take the new ones. */
    static final String FILES = "?v=4";

    private Shell() {}

    private record Place(String path, String key, boolean shown) {}

    static String page(Visit visit, String title, Html... content) {
        Tag body = Tag.of("body")
                .with("data-csrf", visit.manner().csrf())
                .add(Tag.of("a", "skip").with("href", "/").with("data-skip", "").text(visit.say("nav.skip")))
                .add(bar(visit))
                .add(Tag.of("main")
                        .with("id", "main")
                        .with("tabindex", "-1")
                        .add(Tag.of("h1").text(title))
                        .add(content))
                .add(Tag.of("div", "toast")
                        .with("id", "toast")
                        .with("role", "status")
                        .with("aria-live", "polite"));
        return document(visit.manner(), title, body);
    }

    /** A page for who is not known yet. */
    static String bare(Visit.Manner manner, String title, Html... content) {
        Tag body = Tag.of("body", "bare")
                .add(Tag.of("main")
                        .with("id", "main")
                        .add(logo())
                        .add(Tag.of("h1").text(title))
                        .add(content))
                .add(choices(manner));
        return document(manner, title, body);
    }

    private static String document(Visit.Manner manner, String title, Tag body) {
        Tag head = Tag.of("head")
                .add(
                        Tag.of("meta").with("charset", "utf-8"),
                        Tag.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                        Tag.of("meta").with("name", "color-scheme").with("content", "light dark"),
                        Tag.of("title").text(title + " · Baton"),
                        Tag.of("link")
                                .with("rel", "icon")
                                .with("type", "image/svg+xml")
                                .with("href", "/assets/icon.svg"),
                        Tag.of("link").with("rel", "stylesheet").with("href", "/assets/console.css" + FILES),
                        Tag.of("script")
                                .with("src", "/assets/console.js" + FILES)
                                .flag("defer", true));
        Tag html = Tag.of("html")
                .with("lang", manner.tongue().language().equals("zh") ? "zh-CN" : "en")
                .with("data-theme", manner.theme());
        return "<!doctype html>" + html.add(head, body).string();
    }

    private static Tag bar(Visit visit) {
        Tag nav = Tag.of("nav").with("aria-label", visit.say("nav.label"));
        for (Place place : places(visit)) {
            if (place.shown()) {
                boolean here = place.path().equals("/")
                        ? visit.path().equals("/")
                        : visit.path().startsWith(place.path());
                Tag link = Parts.link(place.path(), visit.say(place.key()));
                nav.add(here ? link.with("aria-current", "page") : link);
            }
        }
        Tag person = Tag.of("div", "person")
                .add(Tag.of("span").text(visit.who().name()))
                .add(Tag.of("small")
                        .text(visit.say("role." + visit.who().rights().role().name())))
                .add(Tag.of("form")
                        .with("method", "post")
                        .with("action", "/logout")
                        .add(Tag.of("input")
                                .with("type", "hidden")
                                .with("name", "csrf")
                                .with("value", visit.manner().csrf()))
                        .add(Tag.of("button", "quiet").text(visit.say("nav.logout"))));
        return Tag.of("header").add(logo(), nav, Tag.of("div", "foot").add(choices(visit.manner()), person));
    }

    private static List<Place> places(Visit visit) {
        boolean all = visit.who().rights().scope().all();
        return List.of(
                new Place("/", "nav.overview", true),
                new Place("/jobs", "nav.jobs", true),
                new Place("/runs", "nav.runs", true),
                new Place("/schedule", "nav.schedule", true),
                new Place("/nodes", "nav.nodes", true),
                new Place("/dead-letters", "nav.letters", all),
                new Place("/reconcile", "nav.reconcile", visit.mayForAll(Role.OPERATOR)),
                new Place("/audit", "nav.audit", visit.may(Role.ADMIN)),
                new Place("/settings", "nav.settings", true));
    }

    private static Tag logo() {
        return Tag.of("a", "logo")
                .with("href", "/")
                .add(Tag.of("img")
                        .with("src", "/assets/icon.svg")
                        .with("alt", "")
                        .with("width", "24")
                        .with("height", "24"))
                .text("Baton");
    }

    private static Tag choices(Visit.Manner manner) {
        Tongue tongue = manner.tongue();
        String other = tongue.language().equals("zh") ? "en" : "zh";
        return Tag.of("div", "choices")
                .add(Tag.of("button", "quiet")
                        .with("type", "button")
                        .with("data-cookie", "baton_lang=" + other)
                        .with("lang", other)
                        .text(other.equals("zh") ? "中文" : "English"))
                .add(Tag.of("button", "quiet")
                        .with("type", "button")
                        .flag("data-theme-switch", true)
                        .with("aria-label", tongue.say("nav.theme"))
                        .text("◐"));
    }
}
