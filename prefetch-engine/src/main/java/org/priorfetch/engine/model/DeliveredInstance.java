package org.priorfetch.engine.model;

/**
 * One instance that we put into the PACS.
 *
 * @param bytes of its data set
 */
public record DeliveredInstance(String source, InstanceRef instance, long bytes) {}
