package org.probity.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection to the database that can be cut where it hurts most: after a statement was sent and before its answer
 * arrives. The statement runs; its client never hears of it.
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int databasePort;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile String cutAnswerTo = "";
    private volatile boolean silently;

    CuttingProxy(int databasePort) {
        this.databasePort = databasePort;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Has the next connection that sends this text cut when the database answers. */
    void cutAnswerTo(String text) {
        cutAnswerTo = text;
    }

    /** Has the next connection that sends this text stay open, and hear nothing any more. */
    void keepAnswerTo(String text) {
        silently = true;
        cutAnswerTo = text;
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                var link = new Link(client, database);
                Thread.ofVirtual().start(link::toDatabase);
                Thread.ofVirtual().start(link::toClient);
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private final class Link {
        private final Socket client;
        private final Socket database;
        private volatile boolean cutting;

        Link(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void toDatabase() {
            try (InputStream in = client.getInputStream();
                    OutputStream out = database.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                int read;
                while ((read = in.read(buffer)) > 0) {
                    String marker = cutAnswerTo;
                    if (!marker.isEmpty()
                            && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(marker)) {
                        cutAnswerTo = "";
                        cutting = true;
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // the other direction closes both
            }
        }

        void toClient() {
            try (client;
                    database;
                    InputStream in = database.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                int read;
                while ((read = in.read(buffer)) > 0) {
                    if (!cutting) {
                        out.write(buffer, 0, read);
                        continue;
                    }
                    cuts.incrementAndGet();
                    if (!silently) {
                        return;
                    }
                }
            } catch (IOException e) {
                // closed by the client
            }
        }
    }
}
