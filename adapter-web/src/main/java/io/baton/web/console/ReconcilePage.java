package io.baton.web.console;

/** What reconciling would change on each node, and the button that does it. */
final class ReconcilePage {
    private ReconcilePage() {}

    static String page(Visit visit) {
        return Shell.page(
                visit,
                visit.say("reconcile.title"),
                Tag.of("section", "card")
                        .add(
                                Tag.of("p").text(visit.say("reconcile.about")),
                                Tag.of("p", "about").text(visit.say("reconcile.forecast-about")),
                                Tag.of("p", "tools")
                                        .add(
                                                asking(visit, "reconcile.forecast", "?dryRun=true")
                                                        .with(
                                                                "data-headings",
                                                                visit.say("reconcile.forecast-headings")),
                                                asking(visit, "reconcile.do", "")
                                                        .with("class", "primary")
                                                        .with("data-headings", visit.say("reconcile.headings"))),
                                Tag.of("div", "scroll")
                                        .flag("data-lines", true)
                                        .with("aria-live", "polite")
                                        .with("data-waiting", visit.say("reconcile.waiting"))
                                        .with("data-same", visit.say("reconcile.same"))
                                        .with("data-more", visit.say("reconcile.more"))
                                        .with("data-silent", visit.say("reconcile.silent"))));
    }

    private static Tag asking(Visit visit, String key, String query) {
        return Parts.button(visit.say(key), "POST /api/v1/reconcile" + query).with("data-answer", "reconcile");
    }
}
