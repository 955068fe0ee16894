package org.priorfetch.engine.demo;

import java.io.IOException;
import java.util.List;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.AbstractService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** C-GET: the instances come back on the association that asked for them, PS3.4 C.4.3. */
final class GetService extends AbstractService {

    private static final Logger LOG = LoggerFactory.getLogger(GetService.class);

    private final LoopbackServer server;
    private final InstanceIndex index;

    GetService(LoopbackServer server, InstanceIndex index) {
        super(UID.StudyRootQueryRetrieveInformationModelGET);
        this.server = server;
        this.index = index;
    }

    @Override
    protected void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            Attributes keys) throws IOException {
        if (dimse != Dimse.C_GET_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        QueryLevel.ofRetrieve(keys);
        List<StoredInstance> instances = index.select(keys);
        Retrieval retrieval = new Retrieval(server, new Retrieval.Request(association, context, dimse, command),
                instances);
        server.execute(() -> run(retrieval, new SubOperations(server, association)));
    }

    private static void run(Retrieval retrieval, SubOperations operations) {
        try {
            retrieval.run(operations);
        } catch (IOException e) {
            LOG.debug("A C-GET broke off: {}", e.getMessage());
        }
    }
}
