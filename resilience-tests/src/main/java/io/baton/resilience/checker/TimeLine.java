package io.baton.resilience.checker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The picture of a history: an HTML page with the verdict, a drawing of what ran where, and what was broken. */
public final class TimeLine {
    private TimeLine() {}

    public static void write(Path file, History history, Verdict verdict) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page(history, verdict), StandardCharsets.UTF_8);
    }

    static String page(History history, Verdict verdict) {
        StringBuilder page = new StringBuilder("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Baton time line</title><style>
                body{font:14px system-ui,sans-serif;margin:24px;background:#fff;color:#1b1f24}
                .ok{color:#116329}.bad{color:#a40e26} svg text{font:11px system-ui,sans-serif}
                table{border-collapse:collapse;font-size:12px}td,th{padding:2px 8px;border-bottom:1px solid #d0d7de;text-align:left}
                </style></head><body>
                """);
        page.append("<h1>")
                .append(escaped(history.frame().name()))
                .append("</h1><p class=\"")
                .append(verdict.holds() ? "ok" : "bad")
                .append("\">")
                .append(escaped(verdict.words()).replace("\n", "<br>"))
                .append("</p>")
                .append(Drawing.of(history, verdict));
        page.append("<h2>Events</h2><table><tr><th>ms<th>what<th>subject<th>node<th>fence<th>attempt<th>detail</tr>");
        for (Event e : history.events()) {
            page.append("<tr><td>")
                    .append(e.at() - history.frame().begin())
                    .append("<td>")
                    .append(e.kind())
                    .append("<td>")
                    .append(escaped(e.subject()))
                    .append("<td>")
                    .append(escaped(e.node()))
                    .append("<td>")
                    .append(e.fence())
                    .append("<td>")
                    .append(e.attempt())
                    .append("<td>")
                    .append(escaped(e.detail()))
                    .append("</tr>\n");
        }
        return page.append("</table></body></html>\n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
