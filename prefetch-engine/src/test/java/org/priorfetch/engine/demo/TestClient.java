package org.priorfetch.engine.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.DataWriterAdapter;
import org.aoju.bus.image.metric.DimseRSP;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.internal.pdu.RoleSelection;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;
import org.aoju.bus.image.metric.service.ServiceHandler;

/** A plain DICOM client for tests of the simulated peers. */
final class TestClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Connection local = new Connection();
    private final ApplicationEntity entity = new ApplicationEntity("CLIENT");
    private final List<Attributes> received = new CopyOnWriteArrayList<>();
    private final String aeTitle;
    private final int port;
    private volatile Runnable beforeAnswer = () -> {};

    TestClient(String aeTitle, int port) {
        this.aeTitle = aeTitle;
        this.port = port;
        local.setAcceptTimeout(TIMEOUT_MILLIS);
        local.setResponseTimeout(TIMEOUT_MILLIS);
        local.setRetrieveTimeout(TIMEOUT_MILLIS);
        Device device = new Device("client");
        device.setExecutor(threads);
        device.setScheduledExecutor(timer);
        device.addConnection(local);
        device.addApplicationEntity(entity);
        entity.addConnection(local);
        entity.addTransferCapability(
                new TransferCapability(null, "*", TransferCapability.Role.SCP, "*"));
        ServiceHandler services = new ServiceHandler();
        services.addService(new Receiver());
        entity.setDimseRQHandler(services);
    }

    /** Opens an association for all that this client does. */
    Association connect() throws Exception {
        AAssociateRQ request = new AAssociateRQ();
        request.setCalledAET(aeTitle);
        for (String service : List.of(UID.VerificationSOPClass, UID.StudyRootQueryRetrieveInformationModelFIND,
                UID.StudyRootQueryRetrieveInformationModelGET, UID.StudyRootQueryRetrieveInformationModelMOVE,
                UID.ModalityWorklistInformationModelFIND)) {
            request.addPresentationContextFor(service, UID.ExplicitVRLittleEndian);
        }
        for (String syntax : List.of(UID.ExplicitVRLittleEndian, UID.JPEGLSLossless)) {
            request.addPresentationContextFor(UID.SecondaryCaptureImageStorage, syntax);
        }
        request.addRoleSelection(new RoleSelection(UID.SecondaryCaptureImageStorage, true, true));
        return entity.connect(local, new Connection(aeTitle, "127.0.0.1", port), request);
    }

    /** All answers to a query, the last being the final one. */
    List<Attributes> find(String sopClass, Attributes keys) throws Exception {
        Association association = connect();
        try {
            return answers(association.cfind(sopClass, 0, keys, UID.ExplicitVRLittleEndian, 0));
        } finally {
            association.release();
            association.waitForSocketClose();
        }
    }

    /** The matches of a query at a level of the Study Root model. */
    List<Attributes> findMatches(Attributes keys) throws Exception {
        List<Attributes> answers = find(UID.StudyRootQueryRetrieveInformationModelFIND, keys);
        return answers.subList(0, answers.size() - 1);
    }

    /** The final response of a C-GET of a study. */
    Attributes get(Attributes keys) throws Exception {
        Association association = connect();
        List<Attributes> answers = answers(association.cget(UID.StudyRootQueryRetrieveInformationModelGET, 0, keys,
                UID.ExplicitVRLittleEndian));
        association.release();
        association.waitForSocketClose();
        return answers.getLast();
    }

    /** The final response of a C-MOVE of a study. */
    Attributes move(Attributes keys, String destination) throws Exception {
        Association association = connect();
        List<Attributes> answers = answers(association.cmove(UID.StudyRootQueryRetrieveInformationModelMOVE, 0, keys,
                UID.ExplicitVRLittleEndian, destination));
        association.release();
        association.waitForSocketClose();
        return answers.getLast();
    }

    /** The status of a C-STORE. */
    int store(Association association, SampleInstance instance) throws Exception {
        Attributes dataset = instance.attributes();
        DimseRSP response = association.cstore(dataset.getString(Tag.SOPClassUID),
                dataset.getString(Tag.SOPInstanceUID), 0, new DataWriterAdapter(dataset), UID.ExplicitVRLittleEndian);
        response.next();
        return response.getCommand().getInt(Tag.Status, -1);
    }

    /** What came by C-GET. */
    List<Attributes> received() {
        return received;
    }

    /** Runs whenever one has come by C-GET, before it is answered. */
    void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    static Attributes keys(String level, String studyInstanceUid) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, level);
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        return keys;
    }

    /** Data sets of the pending responses and the command of the final one. */
    private static List<Attributes> answers(DimseRSP response) throws IOException, InterruptedException {
        List<Attributes> answers = new ArrayList<>();
        while (response.next()) {
            boolean pending = Status.isPending(response.getCommand().getInt(Tag.Status, -1));
            answers.add(pending && response.getDataset() != null ? response.getDataset() : response.getCommand());
        }
        return answers;
    }

    private final class Receiver extends BasicCStoreSCP {

        @Override
        protected void store(Association association, Presentation context, Attributes command, PDVInputStream data,
                Attributes response) throws IOException {
            received.add(data.readDataset(context.getTransferSyntax()));
            beforeAnswer.run();
        }
    }
}
