package io.geowire.standalone.broker;

import java.nio.file.Path;

/** Takes a data folder and keeps it until it is killed. */
final class FolderHolder {
    private FolderHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder.open(Path.of(arguments[0]));
        System.out.println(ChildProcess.READY);
        Thread.currentThread().join();
    }
}
