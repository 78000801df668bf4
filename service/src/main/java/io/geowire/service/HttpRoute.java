package io.geowire.service;

import com.sun.net.httpserver.HttpHandler;

/**
 * A method and a path that a service answers beside metrics and health.
 *
 * @param method in capitals
 * @param path compared as a whole, not as a prefix
 * @param handler called by many threads at once; it closes the exchange
 */
public record HttpRoute(String method, String path, HttpHandler handler) {}
