package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.LedgerRows;
import io.baton.testservers.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hears all that clients say to a room's servers: MariaDB's general log, Redis' MONITOR. Both slow the servers a little. */
final class Ear implements AutoCloseable {
    private static final int LONGEST = 600;
    private static final Pattern HEARD = Pattern.compile("\\+([0-9]+)\\.([0-9]{6}) \\[[0-9]+ ([^\\]]+)\\] (.*)");

    private final Room room;
    private final Socket monitor;
    private final Queue<Line> redis = new ConcurrentLinkedQueue<>();

    /**
     * One command.
     *
     * @param micros when the server had it, of the epoch
     * @param from {@code SQL} or {@code Redis} and the connection, {@code lua} for what a script calls
     */
    record Line(long micros, String from, String words) {
        /** The command without its values, and without its connection. */
        String shape() {
            return words.replaceAll("'[^']*'|\"[^\"]*[0-9][^\"]*\"|\\b[0-9a-f]*[0-9][0-9a-f]*\\b", "?");
        }
    }

    private Ear(Room room, Socket monitor) {
        this.room = room;
        this.monitor = monitor;
    }

    static Ear at(Room room) throws IOException, SQLException {
        try (Connection connection = room.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL log_output = 'TABLE'");
            statement.execute("SET GLOBAL general_log = 1");
        }
        RedisServer server = room.servers().redis();
        Socket socket = new Socket(server.host(), server.port());
        Ear ear = new Ear(room, socket);
        Thread reader = new Thread(ear::listen, "bench-ear");
        reader.setDaemon(true);
        reader.start();
        socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.UTF_8));
        return ear;
    }

    private void listen() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(monitor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher heard = HEARD.matcher(line);
                if (heard.matches()) {
                    long micros = Long.parseLong(heard.group(1)) * 1_000_000 + Long.parseLong(heard.group(2));
                    String client = heard.group(3);
                    String from = client.equals("lua") ? "lua" : client.substring(client.lastIndexOf(':') + 1);
                    redis.add(new Line(micros, "Redis " + from, shortened(heard.group(4))));
                }
            }
        } catch (IOException e) {
            // The ear was closed.
        }
    }

    /** What was said from that instant on and before the other, epoch millis, in order. */
    List<Line> heard(long from, long until) {
        List<Line> all = new ArrayList<>(sql(from, until));
        Stream<Line> said = redis.stream().filter(line -> line.micros() >= from * 1000 && line.micros() < until * 1000);
        all.addAll(said.toList());
        all.sort(Comparator.comparingLong(Line::micros));
        return all;
    }

    private List<Line> sql(long from, long until) {
        return LedgerRows.read(
                room,
                "SELECT CAST(UNIX_TIMESTAMP(event_time) * 1000000 AS SIGNED), thread_id, command_type, CONVERT(argument USING utf8mb4)"
                        + " FROM mysql.general_log WHERE event_time >= FROM_UNIXTIME(? / 1000) AND event_time < FROM_UNIXTIME(? / 1000)"
                        + " AND argument NOT LIKE '%general_log%'",
                rows -> {
                    List<Line> lines = new ArrayList<>();
                    while (rows.next()) {
                        String words =
                                rows.getString(3) + " " + rows.getString(4).replaceAll("\\s+", " ");
                        lines.add(new Line(rows.getLong(1), "SQL " + rows.getLong(2), shortened(words)));
                    }
                    return lines;
                },
                from,
                until);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
