package io.geowire.alerts.watch;

/**
 * What is wrong with a query.
 *
 * @param column where, counted from 1
 */
public record QueryFault(int column, String reason) {
    @Override
    public String toString() {
        return "column " + column + ": " + reason;
    }
}
