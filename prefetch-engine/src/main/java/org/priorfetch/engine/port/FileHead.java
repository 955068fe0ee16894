package org.priorfetch.engine.port;

/** What stands before the data set of an instance where it is kept in a file, or sent by HTTP (PS3.10 7.1). */
@FunctionalInterface
public interface FileHead {

    byte[] of(InstanceInFlight instance);
}
