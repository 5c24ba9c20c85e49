package io.strata.testing;

import static io.strata.testing.Api.object;

import io.strata.launcher.TestStrata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The running Strata, and what a test puts into it. Every test makes a workspace of its own and disturbs no other. */
public final class World implements AutoCloseable {

    /** How long a test waits for what must happen on a busy machine; the usual case takes a small part of it. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestStrata strata;
    private final Stores stores;
    private final Mailbox mailbox;
    private final Contract contract;
    private Api administrator;

    /** The world of a Strata that runs and sends no mail; its answers are not held against the description of the API. */
    public World(TestStrata strata) {
        this(strata, null, null);
    }

    World(TestStrata strata, Mailbox mailbox, Contract contract) {
        this.strata = strata;
        this.mailbox = mailbox;
        this.contract = contract;
        this.stores = new Stores(strata);
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(200));
    }

    /** The programs: to stop, kill and start. */
    public TestStrata strata() {
        return strata;
    }

    /** The stores behind the API. */
    public Stores stores() {
        return stores;
    }

    /** Where the mail that Strata sends arrives. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Somebody who has not signed in. */
    public Api anonymous() {
        return with(null);
    }

    /** Somebody with a bearer token. */
    public Api with(String token) {
        return new Api(strata.server().uri(), () -> token, contract);
    }

    /** What answers are held against. */
    public Contract contract() {
        return contract;
    }

    /** The first administrator, signed in. */
    public synchronized Api administrator() {
        if (administrator == null) {
            administrator = new Api(strata.server().uri(), new LastingToken(this::signIn), contract);
        }
        return administrator;
    }

    /** Signs the first administrator in. */
    public Answer signIn() {
        return anonymous()
                .post(
                        "/auth/login",
                        object("handle", strata.administratorHandle(), "password", strata.administratorPassword()));
    }

    /** A person with an account who belongs to no workspace, signed in. */
    public Person person() {
        Person person = new Person(UUID.randomUUID(), "person-" + word(), "token-" + word() + word());
        stores.addPerson(person);
        return person;
    }

    /** A person with a password, made by the administrator and not signed in. */
    public Account account() {
        String handle = "person-" + word();
        String email = handle + "@example.com";
        String password = "passphrase " + word();
        UUID id = administrator()
                .post(
                        "/actors",
                        object("handle", handle, "display_name", "Person", "email", email, "password", password))
                .mustBe(201)
                .id();
        return new Account(this, id, handle, email, password);
    }

    /** The API as a person uses it. */
    public Api as(Person person) {
        return with(person.token());
    }

    /** A new workspace of the administrator. */
    public TestWorkspace workspace() {
        UUID id = administrator()
                .post("/workspaces", object("name", "Workspace " + word()))
                .mustBe(201)
                .id();
        return new TestWorkspace(this, id);
    }

    /** A new project in a new workspace of the administrator. */
    public TestProject project() {
        return workspace().project();
    }

    /** A word that nothing else in the world contains. */
    public static String word() {
        byte[] bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        return "x" + HexFormat.of().formatHex(bytes);
    }

    /** A project key that nothing else has. */
    static String projectKey() {
        return word().substring(0, 9).toUpperCase(Locale.ROOT);
    }

    /** Waits until the whole of Strata serves its callers. */
    public void awaitHealthy() {
        Awaitility.await("healthy")
                .ignoreExceptions()
                .until(() -> anonymous().get("//health").status() == 200);
    }

    @Override
    public void close() {
        stores.close();
        strata.server().stop();
        keepLog();
        strata.close();
        if (mailbox != null) {
            mailbox.close();
        }
    }

    /** The rest of the data goes with the stores, but whoever looks for the cause of a failure wants this. */
    private void keepLog() {
        Path log = strata.server().log();
        Path kept = Path.of(
                System.getProperty("strata.checkout"),
                "ear/target",
                log.getFileName().toString());
        try {
            Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
