package io.geowire.service.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up and leaves out the addresses that are not allowed. The client connects to exactly what this returns, so
 * an answer that changes between two look-ups, or an address written as a number, passes no more than any other.
 */
final class GuardedResolver implements DnsResolver {
    /** The host has addresses, but none that is allowed. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String message) {
            super(message);
        }
    }

    private static final long MAX_SECONDS = 10;

    private final DnsResolver lookUp;
    private final boolean allowPrivate;
    private final ExecutorService workers;

    /**
     * @param lookUp finds the addresses of a name
     * @param workers where it runs, since the system's look-up cannot be told to hurry
     */
    GuardedResolver(DnsResolver lookUp, boolean allowPrivate, ExecutorService workers) {
        this.lookUp = lookUp;
        this.allowPrivate = allowPrivate;
        this.workers = workers;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = find(host);
        if (allowPrivate) {
            return found;
        }
        InetAddress[] allowed =
                Arrays.stream(found).filter(PublicAddresses::isPublic).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new RefusedAddressException("%s has the address %s, which is not a public one"
                    .formatted(host, found.length == 0 ? "none" : found[0].getHostAddress()));
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] find(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = workers.submit(() -> lookUp.resolve(host));
        try {
            return answer.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(host, "is unknown", e);
        } catch (TimeoutException e) {
            throw failed(host, "was not found within %d s".formatted(MAX_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(host, "was not found before the end", e);
        }
    }

    private static UnknownHostException failed(String host, String how, Exception cause) {
        UnknownHostException exception = new UnknownHostException(host + " " + how);
        exception.initCause(cause);
        return exception;
    }
}
