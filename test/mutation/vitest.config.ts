import { defineConfig } from "vitest/config";
import whole from "../../vitest.config.js";
import { isRoom, ROOM, rooms } from "./rooms.js";

const name = process.env[ROOM];
if (!isRoom(name)) throw new Error(`${ROOM} is none of ${Object.keys(rooms).join(", ")}`);

/** That of the suite, with the tests of one room only. */
export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    // Every run starts a worker of its own; within a run the modules need not be loaded again for each file.
    isolate: false,
    include: ["test/mutation/loads.ts", ...rooms[name].tests],
    setupFiles: ["test/mutation/setup.ts"],
    reporters: [],
  },
});
