package org.aoju.bus.logger;

import org.slf4j.LoggerFactory;

/**
 * What the DICOM toolkit writes its log to, in place of its own class of this name: that one walks the stack for every
 * line, also for those that nobody asked for, which cost more than a third of the processor time of a transfer.
 */
public final class Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.aoju");

    private Logger() {}

    public static void trace(String format, Object... arguments) {
        LOG.trace(format, arguments);
    }

    public static void debug(String format, Object... arguments) {
        LOG.debug(format, arguments);
    }

    public static void info(String format, Object... arguments) {
        LOG.info(format, arguments);
    }

    public static void warn(String format, Object... arguments) {
        LOG.warn(format, arguments);
    }

    public static void error(String format, Object... arguments) {
        LOG.error(format, arguments);
    }
}
