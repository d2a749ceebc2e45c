import { defineConfig, mergeConfig } from "vitest/config";
import whole from "../../vitest.config.js";
import { isRoom, ROOM, rooms } from "./rooms.js";

const name = process.env[ROOM];
if (!isRoom(name)) throw new Error(`${ROOM} is none of ${Object.keys(rooms).join(", ")}`);

// Only the tests of the room; `mergeConfig` would add them to all others.
export default mergeConfig(
  { ...whole, test: { ...whole.test, include: [] } },
  defineConfig({ test: { include: [...rooms[name].tests] } }),
);
