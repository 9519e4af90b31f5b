package io.baton.testservers;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** The least of a Redis client: sends a command and reads its reply as text, in the protocol RESP2 on a plain socket. */
final class RespClient implements Closeable {
    /** 5 s: a server that is paused or still starting does not answer, and the caller asks again. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Socket socket;
    private final DataInputStream in;

    RespClient(String host, int port) throws IOException {
        this(new Socket(), host, port);
    }

    private RespClient(Socket socket, String host, int port) throws IOException {
        this.socket = socket;
        int millis = (int) TIMEOUT.toMillis();
        try {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A client of the server at {@code redis[s]://[[user]:password@]host[:port]}, logged in. */
    static RespClient to(URI uri) throws IOException {
        boolean tls = "rediss".equals(uri.getScheme());
        Socket socket = tls ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        RespClient client = new RespClient(socket, uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort());
        try {
            client.logIn(uri.getUserInfo() == null ? "" : uri.getUserInfo());
            return client;
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    /**
     * The reply to the command {@code words}; the elements of an array are joined by line feeds, nil is empty.
     *
     * @throws RespErrorException if the server replies with an error
     */
    String send(String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            int bytes = word.getBytes(StandardCharsets.UTF_8).length;
            command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write(command.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return reply();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void logIn(String userInfo) throws IOException {
        int colon = userInfo.indexOf(':');
        if (colon > 0) {
            send("AUTH", userInfo.substring(0, colon), userInfo.substring(colon + 1));
        } else if (!userInfo.isEmpty()) {
            send("AUTH", userInfo.substring(colon + 1));
        }
    }

    private String reply() throws IOException {
        int type = in.read();
        String line = line();
        return switch (type) {
            case '+', ':' -> line;
            case '-' -> throw new RespErrorException(line);
            case '$' -> bulk(Integer.parseInt(line));
            case '*' -> array(Integer.parseInt(line));
            default -> throw new IOException("Not a RESP2 reply: " + (char) type + line);
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        line();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String array(int length) throws IOException {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(reply());
        }
        return String.join("\n", elements);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
