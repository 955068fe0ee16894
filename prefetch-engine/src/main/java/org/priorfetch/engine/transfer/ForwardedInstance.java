package org.priorfetch.engine.transfer;

import java.util.List;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceInFlight;

/** An instance of which only the writing is watched. */
abstract class ForwardedInstance implements InstanceInFlight {

    private final InstanceInFlight instance;

    ForwardedInstance(InstanceInFlight instance) {
        this.instance = instance;
    }

    InstanceInFlight instance() {
        return instance;
    }

    @Override
    public final InstanceHeader header() {
        return instance.header();
    }

    @Override
    public final String transferSyntaxUid() {
        return instance.transferSyntaxUid();
    }

    @Override
    public final List<AttributeDifference> differences(AttributeChanges changes) {
        return instance.differences(changes);
    }
}
