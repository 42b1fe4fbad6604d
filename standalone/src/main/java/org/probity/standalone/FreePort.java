package org.probity.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port that is free and stays so until it is used.
 *
 * <p>The port that the system offers for 0 lies where it also takes the ports of outgoing connections from, and
 * dozens are opened to the database between the choice and the start of the web server. This one lies below: below
 * 32768, where Linux begins, and 49152, where others do (RFC 6335, section 6).
 */
final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int TRIES = 100;

    private FreePort() {}

    /** Some free port on the loopback address; {@link RefusedToStart} if a hundred of them are taken. */
    static int any() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int tried = 0; tried < TRIES; tried++) {
            int port = random.nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new RefusedToStart("No port is free.", "Name one with --server.port=<port>.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
