package dojo.session.cache;

import dojo.session.Loaded;
import dojo.session.SessionMemory;
import dojo.session.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A memory all of whose loads are eventually consistent, so that a cache may answer them. */
final class Eventually {
    private Eventually() {}

    static SessionMemory loading(SessionMemory memory) {
        Object eventual = Proxy.newProxyInstance(
                SessionMemory.class.getClassLoader(),
                new Class<?>[] {SessionMemory.class},
                (proxy, method, arguments) -> {
                    for (int i = 0; i < arguments.length; i++) {
                        if (arguments[i] instanceof Window window && method.getReturnType() == Loaded.class) {
                            arguments[i] = window.eventually();
                        }
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
        return (SessionMemory) eventual;
    }
}
