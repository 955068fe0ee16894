package org.priorfetch.engine.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.AbstractService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** C-MOVE to the destinations that the archive knows, PS3.4 C.4.2. */
final class MoveService extends AbstractService {

    private static final Logger LOG = LoggerFactory.getLogger(MoveService.class);

    private final LoopbackServer server;
    private final InstanceIndex index;
    private final Map<String, InetSocketAddress> destinations;

    MoveService(LoopbackServer server, InstanceIndex index, Map<String, InetSocketAddress> destinations) {
        super(UID.StudyRootQueryRetrieveInformationModelMOVE);
        this.server = server;
        this.index = index;
        this.destinations = destinations;
    }

    @Override
    protected void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            Attributes keys) throws IOException {
        if (dimse != Dimse.C_MOVE_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        QueryLevel.ofRetrieve(keys);
        String destination = command.getString(Tag.MoveDestination, "");
        InetSocketAddress address = destinations.get(destination);
        if (address == null) {
            throw new ImageException(Status.MoveDestinationUnknown, "Unknown destination");
        }
        List<StoredInstance> instances = index.select(keys);
        Retrieval retrieval = new Retrieval(server, new Retrieval.Request(association, context, dimse, command),
                instances);
        server.execute(() -> run(retrieval, request(destination, instances), address));
    }

    private void run(Retrieval retrieval, AAssociateRQ request, InetSocketAddress address) {
        try {
            if (request.getNumberOfPresentationContexts() == 0) {
                retrieval.giveUp(); // nothing is to be sent, and so nobody is called
                return;
            }
            try {
                Association store = server.connect(address, request);
                retrieval.run(new SubOperations(server, store));
                store.release();
            } catch (IOException e) {
                LOG.debug("A C-MOVE to {} broke off: {}", request.getCalledAET(), e.getMessage());
                retrieval.giveUp();
            }
        } catch (IOException e) {
            LOG.debug("A C-MOVE could not be answered: {}", e.getMessage());
        }
    }

    /** One presentation context for each SOP class and syntax, so that the destination cannot choose a wrong one. */
    private AAssociateRQ request(String destination, List<StoredInstance> instances) {
        AAssociateRQ request = new AAssociateRQ();
        request.setCallingAET(server.aeTitle());
        request.setCalledAET(destination);
        Set<List<String>> kinds = instances.stream()
                .map(instance -> List.of(instance.sopClassUid(), instance.transferSyntax()))
                .collect(Collectors.toSet());
        for (List<String> kind : kinds) {
            request.addPresentationContextFor(kind.get(0), kind.get(1));
            if (kind.get(1).equals(UID.ExplicitVRLittleEndian)) {
                request.addPresentationContextFor(kind.get(0), UID.ImplicitVRLittleEndian);
            }
        }
        return request;
    }
}
